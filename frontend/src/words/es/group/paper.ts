import type { paper as en } from '../../en/group/paper';
import { either } from '../count';

/** A certificate of attendance, as it is printed. The PDF of the server says the same. */
export const paper: typeof en = {
  paper: {
    title: 'Certificado de asistencia',
    ofWhat: 'Grupo Balint, trabajo de casos en grupo',
    called: (number: string) => `Certificado ${number}`,
    number: 'Número',
    group: 'Grupo',
    organiser: 'Entidad organizadora',
    leaders: 'Coordinación',
    leader: (name: string, accreditation: string) =>
      accreditation ? `${name} (${accreditation})` : name,
    mode: 'Modalidad',
    time: 'Periodo',
    closed: 'grupo cerrado',
    open: 'grupo abierto',
    modes: {
      live_online: 'en línea y en directo, con audio',
      in_person: 'presencial',
    },
    roles: {
      facilitator: 'coordinación',
      presenter: 'participación',
      member: 'participación',
      observer: 'observación',
    },
    roleMode: (role: string, mode: string) => `${role}, ${mode}`,
    meetings: 'Sesiones',
    none: 'Ninguna sesión confirmada en este periodo.',
    columns: {
      date: 'Fecha',
      hours: 'Comienzo y fin',
      minutes: 'Minutos',
      cases: 'Casos',
      roleMode: 'Papel, modalidad',
      vnr: 'VNR',
    },
    zone: (zone: string) => `Todas las horas son de la zona horaria ${zone}.`,
    marked: (minutes: number) => `${minutes} *`,
    corrected: '* corregido por la coordinación.',
    inAll: 'En total',
    minutes: 'Minutos',
    hours: 'Horas',
    toQuarter: (hours: string) => `${hours} (al cuarto de hora más próximo)`,
    units: 'Unidades de 45 minutos',
    full: (n: number) => `${n} (${either(n, 'completa', 'completas')})`,
    doubleHours: 'Horas dobles',
    fullDouble: (n: number) => `${n} (${either(n, 'completa', 'completas')}, de 90 minutos)`,
    only: 'Solo acredita asistencia; los créditos los decide la entidad nombrada.',
    issued: 'Fecha de expedición',
    signature: 'Firma',
    stamp: 'Sello',
  },
};
